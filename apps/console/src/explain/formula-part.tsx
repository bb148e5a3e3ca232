import { Button, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { Explanation } from '../api/views.ts';
import { formatFigure, formatMoment, isDefined, reasonOf, titleOf } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { t } from '../texts/t.ts';
import { FigureButton, useAskWhy } from './figure-button.tsx';
import { formulaText } from './formula-text.ts';

interface FormulaPartProps {
  readonly explanation: Explanation;
  readonly back: { readonly id: string; readonly title: string } | undefined;
  readonly onBack: () => void;
  readonly onDeeper: () => void;
}

/** Ids as people write the figures: `SPI(t)`. */
const signOf = (id: string) => id.replace(/_T$/, '(t)');

/** The figure, its formula, and the figures that it is made from. */
export function FormulaPart({ explanation, back, onBack, onDeeper }: FormulaPartProps) {
  const { figure, operands, planId, evaluatedAt } = explanation;
  const ask = useAskWhy();
  const zone = useZone();
  const direct = operands.filter(({ id }) => figure.from.includes(id));
  return (
    <Stack gap="xs" align="stretch">
      {back && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconArrowLeft size={14} />}
          onClick={() => {
            onBack();
            ask(back.id, planId);
          }}
        >
          {t('why.back', { title: back.title })}
        </Button>
      )}
      <Group justify="space-between" align="baseline" aria-live="polite">
        <Title order={3} size="h4">
          {titleOf(figure)}
        </Title>
        <Text fz={28} fw={700}>
          {formatFigure(figure, { zone })}
        </Text>
      </Group>
      {!isDefined(figure) && <Text>{t('why.noValue', { reason: reasonOf(figure) })}</Text>}
      <Text size="sm" c="dimmed">
        {t('why.evaluated', { evaluatedAt: formatMoment(evaluatedAt, { zone }) })}
      </Text>
      <Group gap="xs">
        <Code fz="sm">
          {signOf(figure.id)} = {formulaText(figure)}
        </Code>
        <Text size="xs" c="dimmed">
          {t('why.version', { version: figure.formulaVersion })}
        </Text>
      </Group>
      {direct.length > 0 && (
        <Table aria-label={t('why.operands')}>
          <Table.Tbody>
            {direct.map((operand) => (
              <Table.Tr key={operand.id}>
                <Table.Th scope="row" fw={400}>
                  {titleOf(operand)}
                </Table.Th>
                <Table.Td ta="right">
                  <FigureButton figure={operand} plan={planId} onOpen={onDeeper} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
