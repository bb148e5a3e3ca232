import '@mantine/core/styles.css';
import '../../theme/page.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { theme, variables } from '../../theme/theme.ts';
import { weekdayOf } from '../civil-days.ts';
import { Gantt } from '../gantt.tsx';
import type { GanttBench } from './gantt-bench.ts';
import { benchColumns, generatedPlan } from './rows.ts';

declare global {
  interface Window {
    ganttBench: GanttBench;
  }
}

const place = document.getElementById('root');
if (!place) throw new Error('gantt-bench.html has no element with the id "root".');
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
const NONE: ReadonlySet<string> = new Set();
const ignore = () => undefined;
let root = createRoot(place);

window.ganttBench = {
  mount: async (count) => {
    const { rows, links } = generatedPlan(count);
    const begun = performance.now();
    root.render(
      <MantineProvider theme={theme} cssVariablesResolver={variables}>
        <Gantt
          caption="Bench"
          rows={rows}
          links={links}
          columns={benchColumns}
          zoom="week"
          zone="Europe/Berlin"
          height="860px"
          dataDate={rows[0]?.start}
          isWorkday={(day) => weekdayOf(day) < 6}
          showBaseline
          showCritical
          collapsed={NONE}
          onCollapse={ignore}
          onSelect={ignore}
          onOpen={ignore}
          tip={({ name }) => name}
        />
      </MantineProvider>,
    );
    await frame();
    await frame();
    return performance.now() - begun;
  },
  scroll: async (frames, pixels) => {
    const box = document.querySelector('.gantt');
    if (!box) throw new Error('Nothing is mounted.');
    const times: number[] = [];
    let last = await frame();
    for (let count = 0; count < frames; count++) {
      box.scrollTop += pixels;
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times;
  },
  unmount: () => {
    root.unmount();
    root = createRoot(place);
  },
};
