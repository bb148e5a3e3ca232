import { Button, Checkbox, Group, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconColumns3, IconSearch, IconX } from '@tabler/icons-react';
import type { Colour, EngagementLine } from '../api/views.ts';
import { ColourMark } from '../health/colour-mark.tsx';
import { t, tCode } from '../texts/t.ts';
import { matches } from './arrange.ts';
import { COLUMNS, type ColumnKey, GROUPS, hiddenIn } from './search.ts';
import { useView } from './use-view.ts';

const COLOURS: readonly Colour[] = ['red', 'amber', 'green', 'unknown'];

interface FiltersProps {
  readonly lines: readonly EngagementLine[];
  /** On a narrow screen they stay folded until they are wanted. */
  readonly isFolded?: boolean;
}

/** What is shown and how; every wish stands in the address. */
export function Filters({ lines, isFolded = false }: FiltersProps) {
  if (!isFolded) return <Wishes lines={lines} />;
  return (
    <details>
      <summary>{t('portfolio.filter')}</summary>
      <Wishes lines={lines} />
    </details>
  );
}

function Wishes({ lines }: FiltersProps) {
  const [search, go] = useView();
  const { q = '', client = '', state = '', group = '' } = search;
  const isFiltered = [search.q, search.client, search.state, search.health].some((wish) => wish !== undefined);
  return (
    <Group gap="sm" align="flex-end" className="no-print" role="search" aria-label={t('portfolio.filter')}>
      <TextInput
        label={t('portfolio.search')}
        size="xs"
        w={190}
        id="portfolio-search"
        leftSection={<IconSearch size={14} />}
        value={q}
        onChange={({ currentTarget }) => go({ q: currentTarget.value })}
      />
      <NativeSelect
        label={t('portfolio.client')}
        size="xs"
        value={client}
        onChange={({ currentTarget }) => go({ client: currentTarget.value })}
        data={[{ value: '', label: t('portfolio.all') }, ...clientsOf(lines)]}
      />
      <NativeSelect
        label={t('portfolio.state')}
        size="xs"
        value={state}
        onChange={({ currentTarget }) => go({ state: currentTarget.value })}
        data={[{ value: '', label: t('portfolio.all') }, ...statesOf(lines)]}
      />
      <Colours lines={lines} />
      <NativeSelect
        label={t('portfolio.group')}
        size="xs"
        value={group}
        onChange={({ currentTarget }) => go({ group: currentTarget.value })}
        data={[
          { value: '', label: t('portfolio.noGroup') },
          ...GROUPS.map((value) => ({ value, label: t(`portfolio.by.${value}`) })),
        ]}
      />
      <ColumnsMenu />
      {isFiltered && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconX size={14} />}
          onClick={() => go({ q: '', client: '', state: '', health: '' })}
        >
          {t('portfolio.clear')}
        </Button>
      )}
    </Group>
  );
}

function clientsOf(lines: readonly EngagementLine[]) {
  const names = new Map(lines.map(({ clientId, clientName = '' }) => [clientId, clientName]));
  return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
}

const statesOf = (lines: readonly EngagementLine[]) =>
  [...new Set(lines.map(({ state }) => state))].map((value) => ({ value, label: tCode('state', value) }));

/** How many there are of each colour among what the other wishes leave over; a press shows only those. */
function Colours({ lines }: { readonly lines: readonly EngagementLine[] }) {
  const [{ health, ...others }, go] = useView();
  const left = lines.filter(matches(others));
  return (
    <Group gap={4} role="group" aria-label={t('portfolio.byHealth')}>
      {COLOURS.map((colour) => {
        const isOn = health === colour;
        const count = left.filter((line) => line.health.colour === colour).length;
        return (
          <Button
            key={colour}
            size="xs"
            px="xs"
            variant={isOn ? 'light' : 'default'}
            aria-pressed={isOn}
            disabled={count === 0 && !isOn}
            leftSection={<ColourMark colour={colour} />}
            onClick={() => go({ health: isOn ? '' : colour })}
          >
            {t(`colour.${colour}`)} {count}
          </Button>
        );
      })}
    </Group>
  );
}

function ColumnsMenu() {
  const [{ hide }, go] = useView();
  const hidden = new Set<ColumnKey>(hiddenIn(hide));
  const toggle = (key: ColumnKey) =>
    go({ hide: COLUMNS.filter((each) => (each === key ? !hidden.has(each) : hidden.has(each))).join(',') });
  return (
    <Popover trapFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={14} />} visibleFrom="sm">
          {t('portfolio.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {COLUMNS.map((key) => (
            <Checkbox
              key={key}
              size="xs"
              label={t(`portfolio.column.${key}`)}
              checked={!hidden.has(key)}
              onChange={() => toggle(key)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
