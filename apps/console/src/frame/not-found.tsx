import { Anchor, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { t } from '../texts/t.ts';
import { isPast, onward, pointIn } from '../two-times/point.ts';

/** There is no such page, or what it shows is gone or not theirs: the server never says which. Tells what may be the reason. */
export function NotFound() {
  const point = useRouterState({ select: ({ location }) => pointIn(location.search) });
  return (
    <Stack role="alert" maw={640} gap="sm">
      <Title order={1} size="h2">
        {t('notFound.title')}
      </Title>
      <Text>{t('notFound.about')}</Text>
      <List spacing={4}>
        <List.Item>{t('notFound.past')}</List.Item>
        <List.Item>{t('notFound.notYours')}</List.Item>
        <List.Item>{t('notFound.typo')}</List.Item>
      </List>
      <Group gap="lg">
        <Anchor renderRoot={(props) => <Link to="/" search={onward} {...props} />}>{t('frame.toPortfolio')}</Anchor>
        {isPast(point) && (
          <Anchor renderRoot={(props) => <Link to="." search={atNow} {...props} />}>{t('point.toNow')}</Anchor>
        )}
      </Group>
    </Stack>
  );
}

const atNow = (search: Record<string, unknown>): Record<string, unknown> => ({
  ...search,
  asOf: undefined,
  knownAt: undefined,
});
