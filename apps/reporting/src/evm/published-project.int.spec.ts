import { compileCalendar, minuteOf } from '@bw/working-time';
import { House } from '../testing/house.ts';
import { beginPlan, cost, dataDate, progress } from '../testing/plan-story.ts';
import { instant, published, publishedProject, type StatusDate } from '../testing/published-project.ts';
import { planDesk } from '../testing/plan-desk.ts';
import type { EvmView } from './evm.views.ts';

const RATIOS = { SPI: 'spi', CPI: 'cpi', SPI_T: 'spi_t', P_FACTOR: 'p_factor' };
const MONEY = {
  PV: 'pv',
  EV: 'ev',
  AC: 'ac',
  SV: 'sv',
  CV: 'cv',
  EAC_PF1: 'eac_pf1',
  EAC_CPI: 'eac_cpi',
  EAC_SPI: 'eac_spi',
  EAC_SPI_T: 'eac_spi_t',
  EAC_SCI: 'eac_sci',
  EAC_SCI_T: 'eac_sci_t',
  EAC_08CPI_02SPI: 'eac_08cpi_02spi',
  EAC_08CPI_02SPI_T: 'eac_08cpi_02spi_t',
};
const INSTANTS = {
  ES: 'es',
  EAC_T_PV_PF1: 'eac_t_pv_pf1',
  EAC_T_PV_SPI: 'eac_t_pv_spi',
  EAC_T_PV_SCI: 'eac_t_pv_sci',
  EAC_T_ED_PF1: 'eac_t_ed_pf1',
  EAC_T_ED_SPI: 'eac_t_ed_spi',
  EAC_T_ED_SCI: 'eac_t_ed_sci',
  EAC_T_ES_PF1: 'eac_t_es_pf1',
  EAC_T_ES_SPI_T: 'eac_t_es_spi_t',
  EAC_T_ES_SCI_T: 'eac_t_es_sci_t',
};

/** The published tool counts earned schedule in working hours. */
const STEP = 60;

(published ? describe : describe.skip)('a real project with published results', () => {
  let house: House;
  let desk: ReturnType<typeof planDesk>;
  const project = published ? publishedProject() : undefined;
  const { shifts = [] } = project ?? {};
  const calendar = compileCalendar({ zone: 'UTC', shifts, exceptions: [], holidays: [] });

  beforeAll(async () => {
    house = await House.open();
    desk = planDesk(house);
  });
  afterAll(() => house.close());

  const read = async (wanted: { asOf?: string; cut?: string }) => desk.evm.figures(await desk.open(wanted), STEP);

  /** Reports and cost of one status date, as they would arrive. */
  async function report({ at, reports }: StatusDate, spent: Map<string, number>): Promise<void> {
    const events = [dataDate(house, at)];
    for (const { activityId, cost: total, pv: _, ...rest } of reports) {
      if (rest.actualStart) events.push(progress(house, { activityId, at, ...rest }));
      const amount = total - (spent.get(activityId) ?? 0);
      if (amount !== 0) events.push(cost(house, { activityId, at, amount }));
      spent.set(activityId, total);
    }
    await house.take(...events);
  }

  function differences(view: EvmView, { at, results }: StatusDate): readonly string[] {
    const figures = new Map(view.figures.map((figure) => [figure.id, figure]));
    const off = (columns: Record<string, string>, agrees: (id: string, published: string) => boolean) =>
      Object.entries(columns).flatMap(([id, column]) =>
        agrees(id, results[column] ?? '')
          ? []
          : [`${at} ${id} ${JSON.stringify(figures.get(id))} not ${results[column]}`],
      );
    return [
      ...off(RATIOS, (id, text) => Math.abs(Number(figures.get(id)?.value) - Number(text)) < 1e-6),
      ...off(MONEY, (id, text) => Math.abs((figures.get(id)?.amount ?? Number.NaN) - Number(text) * 100) <= 0.5),
      // The tool rounds to the working hour.
      ...off(INSTANTS, (id, text) => {
        const { at } = figures.get(id) ?? {};
        return at !== undefined && Math.abs(calendar.workBetween(minuteOf(at), minuteOf(instant(text)))) <= 30;
      }),
    ];
  }

  it('has its published figures at each status date; by its cut, at the end, the same bytes', async () => {
    if (!project) throw new Error('The data is there, or this would have been skipped.');
    await beginPlan(house, project);
    const spent = new Map<string, number>();
    const wrong: string[] = [];
    const readings: { readonly asked: { asOf: string; cut: string }; readonly bytes: string }[] = [];
    for (const status of project.statusDates) {
      await report(status, spent);
      const view = await read({ asOf: status.at });
      wrong.push(...differences(view, status));
      readings.push({ asked: { asOf: status.at, cut: view.point.cut }, bytes: JSON.stringify(view) });
    }
    expect(wrong).toEqual([]);
    expect(readings).toHaveLength(23);
    for (const { asked, bytes } of readings) expect(JSON.stringify(await read(asked))).toBe(bytes);
  });

  it('has its published planned value in every cell', async () => {
    const asked = await desk.open();
    const { cells, baseline } = await desk.evm.plannedValue(asked);
    const expected =
      project?.statusDates.flatMap(({ at, reports }) => reports.map(({ activityId, pv }) => [activityId, at, pv])) ??
      [];
    const key = (cell: readonly unknown[]) => cell.join(' ');
    expect(expected).toHaveLength(1127);
    expect(cells.map(({ activityId, at, pv }) => key([activityId, at, pv])).toSorted()).toEqual(
      expected.map(key).toSorted(),
    );
    expect(baseline).toMatchObject({ activities: 49, bac: 18_075_944 });
  });

  it('has contributions that sum exactly, and a series that agrees with the readings', async () => {
    const asked = await desk.open();
    const { figures } = await desk.evm.figures(asked, STEP);
    const { contributions, ...sums } = await desk.evm.contributions(asked, STEP);
    for (const id of ['bac', 'pv', 'ev', 'ac'] as const) {
      expect(sums[id]).toBe(figures.find((figure) => figure.id === id.toUpperCase())?.amount);
    }
    expect(contributions).toHaveLength(49);
    const { points } = await desk.evm.series(asked, STEP);
    expect(points).toHaveLength(23);
    expect(points.at(-1)?.figures).toEqual(figures);
    const third = project?.statusDates[2]?.at ?? '';
    expect(points[2]?.figures).toEqual((await read({ asOf: third })).figures);
  });
});
