import { Badge, NavLink } from '@mantine/core';
import {
  IconBolt,
  IconChecklist,
  IconDatabase,
  IconFileImport,
  IconHeartbeat,
  IconLayoutDashboard,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { type TextKey, t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';

interface NavEntry {
  readonly to: LinkProps['to'];
  readonly titleKey: TextKey;
  readonly icon: ComponentType<{ readonly size: number }>;
  /** Only on exactly this address. */
  readonly exact?: boolean;
  readonly badge?: ComponentType;
}

const ENTRIES: readonly NavEntry[] = [
  { to: '/', titleKey: 'frame.portfolio', icon: IconLayoutDashboard, exact: true },
  { to: '/decisions', titleKey: 'frame.decisions', icon: IconChecklist, badge: OpenDecisions },
  { to: '/import', titleKey: 'frame.import', icon: IconFileImport },
  { to: '/events', titleKey: 'events.title', icon: IconBolt },
  { to: '/sql', titleKey: 'frame.sql', icon: IconDatabase },
  { to: '/system', titleKey: 'system.title', icon: IconHeartbeat },
];

/** The way round: a link per page; where one is counts as pressed. */
export function Navigation() {
  return ENTRIES.map(({ to, titleKey, icon: Icon, exact = false, badge: Mark }) => (
    <NavLink
      key={to}
      className="nav-link"
      renderRoot={(props) => (
        <Link
          to={to}
          search={onward}
          activeOptions={{ exact, includeSearch: false }}
          activeProps={{ 'data-active': true }}
          {...props}
        />
      )}
      label={t(titleKey)}
      leftSection={<Icon size={18} />}
      rightSection={Mark && <Mark />}
    />
  ));
}

/** How many decisions wait, of all engagements that one sees. */
function OpenDecisions() {
  const portfolio = useAll<EngagementLine>('portfolio');
  const count = (portfolio.data ?? []).reduce((sum, { decisions }) => sum + decisions.open, 0);
  if (count === 0) return null;
  return (
    <Badge variant="light" circle={count < 10} aria-label={t('frame.openDecisions', { count })}>
      {count}
    </Badge>
  );
}
