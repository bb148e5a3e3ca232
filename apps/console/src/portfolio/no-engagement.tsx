import { List } from '@mantine/core';
import { Empty } from '../frame/empty.tsx';
import { t } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';

/** Nothing yet: how the first engagement comes to be. */
export function NoEngagement() {
  const past = isPast(usePoint());
  return (
    <Empty title={t('portfolio.empty')}>
      {past ? (
        t('portfolio.emptyThen')
      ) : (
        <List type="ordered" size="sm" spacing={4}>
          <List.Item>{t('portfolio.emptyStep1')}</List.Item>
          <List.Item>{t('portfolio.emptyStep2')}</List.Item>
          <List.Item>{t('portfolio.emptyStep3')}</List.Item>
        </List>
      )}
    </Empty>
  );
}
