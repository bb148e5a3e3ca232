import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to show: says what would be here and how it comes to be. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <Paper withBorder p="lg" maw={640}>
      <Title order={3} size="h4" mb={4}>
        {title}
      </Title>
      <Text component="div" c="dimmed">
        {children}
      </Text>
    </Paper>
  );
}
