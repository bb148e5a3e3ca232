import type { Browser, Locator, Page, Request } from 'playwright-core';
import { t } from '../../apps/console/src/texts/t.ts';
import { personas } from '../../apps/platform/src/identity/personas.ts';
import type { Office } from '../product/office.ts';
import type { Checks } from './checks.ts';

/** The language of the browser: figures of the API are written for it before they are compared with a page. */
export const LOCALE = 'en-GB';
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

const PATIENCE_MS = 15_000;
const QUIET_MS = 300;
const LOOK_MS = 50;
const LIVE = '/api/v1/events/stream';
const PERSON_NEEDED = 'Who do you want to be?';

export interface Walk {
  readonly browser: Browser;
  readonly office: Office;
  readonly checks: Checks;
}

/** One person's browser, with an eye on everything that goes wrong in it unseen. */
export class Visit {
  readonly page: Page;
  readonly #url: string;
  readonly #troubles: string[] = [];
  /** What the page waits for just now. Its live stream of events never ends, so it does not count. */
  readonly #underWay = new Set<Request>();
  readonly #expected: { readonly status: number; readonly part: string }[] = [];

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.on('request', (request) => {
      if (!request.url().includes(LIVE)) this.#underWay.add(request);
    });
    page.on('requestfinished', (request) => this.#underWay.delete(request));
    page.on('requestfailed', (request) => this.#underWay.delete(request));
    page.on('pageerror', (error) => this.#troubles.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // What could not be loaded is told below, with its address.
      const isOurs = !message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && isOurs) this.#troubles.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      const [status, address] = [response.status(), response.url()];
      if (status < 400 || this.#expected.some((one) => one.status === status && address.includes(one.part))) return;
      this.#troubles.push(`${status} ${response.request().method()} ${address}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page that is left gives up what it was loading.
      if (why !== 'net::ERR_ABORTED') this.#troubles.push(`${why} ${request.url()}`);
    });
  }

  static async begin({ browser, office }: Walk): Promise<Visit> {
    const timezoneId = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const context = await browser.newContext({ locale: LOCALE, timezoneId, viewport: WIDE, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visit(await context.newPage(), office.url);
  }

  /** As people do it: the button, the provider's page, who one is, and back where one wanted to go. */
  async signIn(checks: Checks, persona: string, to = '/'): Promise<void> {
    const known = personas.find((each) => each.persona === persona);
    if (!known) throw new Error(`There is no persona ${persona}.`);
    const { page } = this;
    await page.goto(this.#url + to);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: PERSON_NEEDED }).waitFor();
    await page.getByRole('button', { name: known.title }).first().click();
    await page.getByRole('navigation', { name: t('frame.pages') }).waitFor();
    const { pathname } = new URL(page.url());
    checks.equals(`${known.title} signs in and comes back to where the way began`, pathname, to);
  }

  /** Opens an address and waits until nothing on it is loading. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.#quiet();
    const loading = this.page.getByRole('status', { name: t('page.loading') });
    while ((await loading.count()) > 0) await loading.first().waitFor({ state: 'hidden' });
  }

  /** Nothing was asked for a while. */
  async #quiet(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let since = Date.now(); Date.now() - since < QUIET_MS; await this.page.waitForTimeout(LOOK_MS)) {
      if (this.#underWay.size > 0) since = Date.now();
      if (Date.now() > deadline) {
        const asked = [...this.#underWay].map((request) => request.url()).join(', ');
        throw new Error(`The page still waits after ${PATIENCE_MS / 1000} s: ${asked}`);
      }
    }
  }

  /** An answer that belongs to the walk, although it is none of success. */
  expectAnswer(status: number, part: string): void {
    this.#expected.push({ status, part });
  }

  table(caption: string | RegExp): Locator {
    return this.page.getByRole('table', { name: caption });
  }

  async end(checks: Checks, whose: string): Promise<void> {
    const troubles = [...new Set(this.#troubles)].join('\n       ');
    checks.holds(`${whose}: no error in the console, no failed request`, troubles === '', troubles);
    await this.page.context().close();
  }
}
