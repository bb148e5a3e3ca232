import { Drawer, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { usePages } from '../api/readings.ts';
import type { Explanation } from '../api/views.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t } from '../texts/t.ts';
import { useAskWhy } from './figure-button.tsx';
import { Facts } from './facts.tsx';
import { Contributions } from './contributions.tsx';
import { FormulaPart } from './formula-part.tsx';
import { whyIn } from './why.ts';

const route = getRouteApi('/frame');

/** Beside every page: why a figure is what it is, from its formula down to the events. Esc closes it. */
export function WhyDrawer() {
  const { why, whyOf } = route.useSearch({ select: (search) => whyIn({ ...search }) });
  const ask = useAskWhy();
  return (
    <Drawer
      opened={why !== undefined}
      onClose={() => ask()}
      position="right"
      size="lg"
      title={t('why.title')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      {why && whyOf && <Answer key={whyOf} figure={why} plan={whyOf} />}
    </Drawer>
  );
}

interface AnswerProps {
  readonly figure: string;
  readonly plan: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
}

function Answer({ figure, plan }: AnswerProps) {
  const [trail, setTrail] = useState<readonly Step[]>([]);
  const explanation = usePages<Explanation>('explain', { figure, plan, limit: '50' });
  const pages = explanation.data?.pages;
  return (
    <ReadingBody reading={{ ...explanation, data: pages?.[0] }} height={420}>
      {(first) => (
        <Stack gap="lg">
          <FormulaPart
            explanation={first}
            back={trail.at(-1)}
            onBack={() => setTrail(trail.slice(0, -1))}
            onDeeper={() => setTrail([...trail, first.figure])}
          />
          {first.groups.length > 0 && <Contributions explanation={first} />}
          <Facts key={figure} figure={figure} explanation={first} />
        </Stack>
      )}
    </ReadingBody>
  );
}
