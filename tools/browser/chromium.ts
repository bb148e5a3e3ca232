import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Made for functions in a cloud: in one process a closed window takes the browser along, and pages are checked less. */
const UNWANTED = ['--single-process', '--no-zygote', '--disable-web-security', '--allow-running-insecure-content'];

/** A real browser: the one that comes with an npm package where that runs, else the machine's own Chrome. */
export async function startChromium(): Promise<Browser> {
  const isPackaged = process.platform === 'linux' && process.arch === 'x64';
  if (!isPackaged) return chromium.launch({ channel: 'chrome' });
  const args = sparticuz.args.filter((arg) => !UNWANTED.includes(arg));
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args });
}
