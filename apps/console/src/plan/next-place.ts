import type { Activity } from './plan-views.ts';

/** Where a new activity goes: below the given one where it only groups, else behind the last of its neighbours. */
export function nextPlace(
  activities: readonly Activity[],
  near?: Activity,
): { readonly wbs: string; readonly code: string } {
  const parent =
    near === undefined ? '' : near.type === 'summary' ? near.wbs : near.wbs.split('.').slice(0, -1).join('.');
  const prefix = parent === '' ? '' : `${parent}.`;
  const numbers = activities
    .filter(({ wbs }) => wbs.startsWith(prefix))
    .map(({ wbs }) => Number(wbs.slice(prefix.length).split('.')[0]))
    .filter(Number.isInteger);
  return { wbs: `${prefix}${Math.max(0, ...numbers) + 1}`, code: nextCode(activities) };
}

/** The codes that people gave go on: `A17` after `A16`. */
function nextCode(activities: readonly Activity[]): string {
  const codes = new Set(activities.map(({ code }) => code));
  const last = activities.at(-1)?.code ?? '';
  const [, stem = '', digits = ''] = /^(.*?)(\d+)$/.exec(last) ?? [];
  const begin = stem === '' && digits === '' ? 'A' : stem;
  for (let number = Number(digits || '0') + 1; ; number++) {
    const code = `${begin}${String(number).padStart(digits.length, '0')}`;
    if (!codes.has(code)) return code;
  }
}
