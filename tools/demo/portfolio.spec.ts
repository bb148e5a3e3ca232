import { lay } from './outline.ts';
import { clients } from './people.ts';
import { spreadsheetOf } from './planning.ts';
import { samplePortfolio } from './portfolio.ts';
import { WEEKS } from './weeks.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const DAY_MS = 86_400_000;

/** All that a portfolio says before it is played, as text. */
function written(now: string): string {
  const { scenes, timeline } = samplePortfolio(now);
  return JSON.stringify([scenes.map(({ project }) => spreadsheetOf(project)), timeline.steps]);
}

describe('the portfolio', () => {
  const { scenes, timeline } = samplePortfolio(NOW);
  const played = timeline.steps.filter(({ at }) => at <= NOW);
  const told = (code: string, what: string) => played.filter((step) => step.lane === code && step.what === what);

  it('is the same whenever it is made', () => {
    expect(written(NOW)).toBe(written(NOW));
  });

  it('has three clients, twelve engagements and about two thousand activities', () => {
    const lanes = new Set(played.map(({ lane }) => lane).filter((lane) => lane !== 'House'));
    expect(Object.keys(clients)).toHaveLength(3);
    expect(lanes.size).toBe(12);
    const lines = scenes.flatMap(({ project }) => project.outline.pieces);
    expect(lines.length).toBeGreaterThan(1_850);
    expect(lines.length).toBeLessThan(2_200);
    expect(lines.filter(({ type }) => type === 'task').length).toBeGreaterThan(1_350);
  });

  it('tells 9 to 14 months, up to the last Friday before now', () => {
    const [first = '', last = ''] = [played[0]?.at, played.at(-1)?.at];
    const months = (Date.parse(last) - Date.parse(first)) / DAY_MS / 30.4;
    expect(months).toBeGreaterThan(9);
    expect(months).toBeLessThan(14);
    expect(told('NORD-WMS', 'how the week went').at(-1)?.at).toBe('2026-11-20T22:30:00.000Z');
    expect(last <= NOW && Date.parse(NOW) - Date.parse(last) < 8 * DAY_MS).toBe(true);
  });

  it('lies in zones of both hemispheres, in several currencies and under several laws', () => {
    const of = (name: 'zone' | 'currency' | 'country') => new Set(scenes.map(({ project }) => project.about[name]));
    expect([...of('zone')]).toEqual(
      expect.arrayContaining(['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney']),
    );
    expect([...of('currency')].toSorted()).toEqual(['AUD', 'EUR', 'PLN', 'USD']);
    expect(of('country').size).toBe(5);
  });

  it.each([
    ['a rebaseline that rescued', 'NORD-DC', 'the plan is made anew', 1],
    ['its approval', 'NORD-DC', 'the sponsor approves', 2],
    ['a closed engagement', 'NORD-NET', 'handed over and closed', 1],
    ['a resting one', 'HARB-APP', 'the client rests it', 1],
    ['an enquiry', 'TASM-SOC', 'enquiry', 1],
    ['a late correction of progress', 'NORD-DESK', 'a late correction', 1],
    ['a late correction of cost', 'HARB-DATA', 'an invoice is corrected', 1],
    ['a risk that became an issue', 'NORD-WMS', 'the risk strikes', 1],
    ['an issue that waited for the client', 'NORD-WMS', 'waiting for the client', 1],
    ['a risk that is borne', 'HARB-CORE', 'a risk is borne', 1],
    ['an issue of the gravest kind', 'HARB-CORE', 'claims are lost', 1],
  ])('has %s', (_, code, what, times) => {
    expect(told(code, what)).toHaveLength(times);
  });

  it('has a decision that waits for each sponsor, asked less than ten days ago', () => {
    for (const code of ['NORD-WMS', 'HARB-CLAIM', 'TASM-KYC']) {
      const asked = told(code, 'a baseline is submitted').at(-1)?.at ?? '';
      const decided = told(code, 'the sponsor approves').at(-1)?.at ?? '';
      expect(asked > decided).toBe(true);
      expect(Date.parse(NOW) - Date.parse(asked)).toBeLessThan(10 * DAY_MS);
    }
  });

  it('has one that nobody has told anything about for three weeks', () => {
    expect(told('TASM-ERP', 'how the week went').at(-1)?.at).toBe('2026-10-30T22:30:00.000Z');
  });

  it('has plans that could be true: as long as their work, and in the middle of it', () => {
    for (const { project } of scenes) {
      const weeks = Math.max(...[...lay(project.outline).values()].map(({ finish }) => finish)) / 480 / 5;
      expect(weeks).toBeGreaterThan(12);
      expect(weeks).toBeLessThan(WEEKS);
    }
  });

  it.each([
    '2026-11-20T22:29:00.000Z',
    '2026-11-20T22:31:00.000Z',
    '2027-03-31T12:00:00.000Z',
    '2026-01-01T00:00:00.000Z',
  ])('can be made on %s, with nothing that lies after it', (now) => {
    const { timeline: other } = samplePortfolio(now);
    expect(other.steps.filter(({ at }) => at <= now).length).toBeGreaterThan(300);
    expect(other.steps.every(({ at }) => Number.isFinite(Date.parse(at)))).toBe(true);
  });

  it('has a small sister for tests: three engagements of it, the very same', () => {
    const small = samplePortfolio(NOW, 'small');
    expect(small.scenes.map(({ project }) => project.about.code)).toEqual(['NORD-DESK', 'NORD-WMS', 'HARB-CLAIM']);
    const whole = scenes.find(({ project }) => project.about.code === 'NORD-WMS');
    expect(small.scenes[1]?.project.about).toEqual(whole?.project.about);
    expect(small.timeline.steps[0]).toMatchObject({ lane: 'House' });
  });
});
