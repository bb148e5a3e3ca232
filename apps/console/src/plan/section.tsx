import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A titled part of the drawer. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h5" mb={6} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
