import { List, Stack, Text } from '@mantine/core';
import { CopyBlock } from '../code/copy-block.tsx';
import { Panel } from '../frame/panel.tsx';
import { t } from '../texts/t.ts';
import { connectionStrings, isOnlyHere } from './connection.ts';
import type { DataDictionary } from './views.ts';

/** How to get a role, where to connect to, and what it may do. */
export function Connect({ dictionary: { door, limits, schema } }: { readonly dictionary: DataDictionary }) {
  const strings = connectionStrings(door);
  const tools = [
    ['psql', strings.psql],
    ['jdbc', strings.jdbc],
    ['odbc', strings.odbc],
    ['python', strings.python],
  ] as const;
  return (
    <Stack gap="md" maw={900}>
      <Panel title={t('sql.roleTitle')}>
        <Stack gap="xs">
          <Text size="sm">{t('sql.roleAbout')}</Text>
          <CopyBlock label={t('sql.roleTitle')} text={strings.create} />
          <Text size="sm" c="dimmed">
            {t('sql.roleWhole')}
          </Text>
        </Stack>
      </Panel>
      <Panel title={t('sql.toolsTitle')}>
        <Stack gap="sm">
          <Text size="sm">{t(door ? (isOnlyHere(door) ? 'sql.doorHere' : 'sql.door') : 'sql.doorUnknown')}</Text>
          {tools.map(([tool, text]) => (
            <div key={tool}>
              <Text size="sm" fw={600} mb={4}>
                {t(`sql.tool.${tool}`)}
              </Text>
              <CopyBlock label={t(`sql.tool.${tool}`)} text={text} />
            </div>
          ))}
        </Stack>
      </Panel>
      <Panel title={t('sql.limitsTitle')}>
        <List size="sm" spacing={4}>
          <List.Item>{t('sql.limitSeconds', { seconds: limits.seconds })}</List.Item>
          <List.Item>{t('sql.limitConnections', { connections: limits.connections })}</List.Item>
          <List.Item>{t('sql.limitReading')}</List.Item>
          <List.Item>{t('sql.limitTenant')}</List.Item>
          <List.Item>{t('sql.limitSchema', { schema })}</List.Item>
        </List>
      </Panel>
    </Stack>
  );
}
