import { Title } from '@mantine/core';

export function EngagementPage() {
  return <Title order={1}>Engagement</Title>;
}
