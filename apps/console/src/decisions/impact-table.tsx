import { Box, Table, Text } from '@mantine/core';
import { useZone } from '../figures/zone.ts';
import { t } from '../texts/t.ts';
import { type ApprovalLine, impactRows } from './approval.ts';

/** What is approved now, what would be, and the difference. */
export function ImpactTable({ approval }: { readonly approval: ApprovalLine }) {
  const zone = useZone();
  const rows = impactRows(approval, { zone });
  const hasBefore = approval.before !== undefined;
  return (
    <>
      {/* On a phone it scrolls in a box of its own, by keyboard too. */}
      <Box role="region" aria-label={t('decisions.effect')} tabIndex={0} className="scroll-box">
        <Table className="impact" aria-label={t('decisions.effect')} highlightOnHover={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('decisions.effect')}</Table.Th>
              {hasBefore && (
                <Table.Th scope="col" ta="right">
                  {t('decisions.before')}
                </Table.Th>
              )}
              <Table.Th scope="col" ta="right">
                {t('decisions.after')}
              </Table.Th>
              {hasBefore && (
                <Table.Th scope="col" ta="right">
                  {t('decisions.change')}
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, before, after, change, isMore }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>
                  {t(`decisions.${key}`)}
                </Table.Th>
                {hasBefore && <Table.Td ta="right">{before}</Table.Td>}
                <Table.Td ta="right" fw={600}>
                  {after}
                </Table.Td>
                {hasBefore && (
                  <Table.Td ta="right" className={isMore ? 'tone-amber' : undefined}>
                    {change}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {!hasBefore && (
        <Text size="xs" c="dimmed" mb="xs">
          {t('decisions.first')}
        </Text>
      )}
    </>
  );
}
