import { Title } from '@mantine/core';

export function PortfolioPage() {
  return <Title order={1}>Portfolio</Title>;
}
