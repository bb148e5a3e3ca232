import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A real browser: the one that comes with an npm package where that runs, else the machine's own Chrome. */
export async function startChromium(): Promise<Browser> {
  const isPackaged = process.platform === 'linux' && process.arch === 'x64';
  if (!isPackaged) return chromium.launch({ channel: 'chrome' });
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args });
}
