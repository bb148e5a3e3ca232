import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';

/** There is no such page, or what it shows is gone or not theirs: the server never says which. Tells what may be the reason. */
export function NotFound() {
  return (
    <Stack component="main" role="alert" maw={640} gap="sm" m="md">
      <Title order={1} size="h2">
        {t('notFound.title')}
      </Title>
      <Text>{t('notFound.about')}</Text>
      <List spacing={4}>
        <List.Item>{t('notFound.past')}</List.Item>
        <List.Item>{t('notFound.notYours')}</List.Item>
        <List.Item>{t('notFound.typo')}</List.Item>
      </List>
      <Anchor renderRoot={(props) => <Link to="/" search={onward} {...props} />}>{t('frame.toPortfolio')}</Anchor>
    </Stack>
  );
}
