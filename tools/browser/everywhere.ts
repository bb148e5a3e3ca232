import { AxeBuilder } from '@axe-core/playwright';
import { type Address, addressesOf } from './addresses.ts';
import { type Walk, Visit } from './visit.ts';

/** Who looks at every page; what one may not see still has to say so decently. */
const PEOPLE = ['director', 'project-manager', 'vendor-lead', 'analyst', 'integrator'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Fewer words than this are no content: a heading alone, or a page that stayed white. */
const FEWEST_WORDS = 8;

/** Every person opens every page: nothing fails unseen, nothing stays empty. */
export async function everywhereWalk(walk: Walk): Promise<void> {
  const addresses = await addressesOf(walk);
  for (const persona of PEOPLE) {
    const visit = await Visit.begin(walk);
    await visit.signIn(walk.checks, persona);
    const poor: string[] = [];
    for (const address of addresses) {
      await visit.open(address.path);
      poor.push(...(await whatIsPoor(visit, address)));
    }
    walk.checks.equals(`${persona}: each of ${addresses.length} pages has a heading, a title and content`, poor, []);
    await visit.end(walk.checks, `${persona}, everywhere`);
  }
}

async function whatIsPoor({ page }: Visit, { name }: Address): Promise<readonly string[]> {
  const main = page.getByRole('main');
  const words = (await main.innerText()).split(/\s+/).length;
  const headings = await main.getByRole('heading', { level: 1 }).count();
  const title = await page.title();
  return [
    ...(words < FEWEST_WORDS ? [`${name}: ${words} words`] : []),
    ...(headings === 1 ? [] : [`${name}: ${headings} first headings`]),
    ...(title.trim() === '' ? [`${name}: no title`] : []),
  ];
}

/** What a machine can find of what keeps people out, on every page in both colour schemes. */
export async function accessibilityWalk(walk: Walk): Promise<void> {
  const addresses = await addressesOf(walk);
  const visit = await Visit.begin(walk);
  await visit.signIn(walk.checks, 'director');
  const { page } = visit;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const { name, path } of addresses) {
      await visit.open(path);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      walk.checks.equals(`${scheme}, ${name}: axe finds nothing`, found, []);
    }
  }
  await visit.end(walk.checks, 'Accessibility');
}
