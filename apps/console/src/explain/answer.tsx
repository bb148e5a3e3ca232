import { Stack } from '@mantine/core';
import { useState } from 'react';
import { usePages } from '../api/readings.ts';
import type { Explanation } from '../api/views.ts';
import { ZoneContext } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { titleOf } from '../figures/figure.ts';
import { Contributions } from './contributions.tsx';
import { Facts } from './facts.tsx';
import { FormulaPart } from './formula-part.tsx';
import { KnownThen } from './known-then.tsx';

interface AnswerProps {
  readonly figure: string;
  readonly plan: string;
  readonly activity: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
}

/** A figure's formula, what it is made from, who adds what, what was known earlier, and the events at the bottom. */
export function Answer({ figure, plan, activity }: AnswerProps) {
  const [trail, setTrail] = useState<readonly Step[]>([]);
  const explanation = usePages<Explanation>('explain', { figure, plan, limit: '50' });
  const pages = explanation.data?.pages;
  return (
    <ReadingBody reading={{ ...explanation, data: pages?.[0] }} height={420}>
      {(first) => (
        <ZoneContext value={first.zone}>
          <Stack gap="lg">
            <FormulaPart
              explanation={first}
              back={trail.at(-1)}
              onBack={() => setTrail(trail.slice(0, -1))}
              onDeeper={() => setTrail([...trail, { id: first.figure.id, title: titleOf(first.figure) }])}
            />
            {first.groups.length > 0 && <Contributions explanation={first} activity={activity} />}
            <KnownThen key={figure} explanation={first} />
            <Facts explanation={first} figure={figure} activity={activity} />
          </Stack>
        </ZoneContext>
      )}
    </ReadingBody>
  );
}
