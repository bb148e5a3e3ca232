import {
  ActionIcon,
  Burger,
  Group,
  Kbd,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { LiveMark } from '../live/live-mark.tsx';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import { openPart } from './open-part.ts';

const EngagementSwitcher = lazy(async () => ({
  default: (await import('./engagement-switcher.tsx')).EngagementSwitcher,
}));
const UserMenu = lazy(async () => ({ default: (await import('./user-menu.tsx')).UserMenu }));

interface HeaderProps {
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

/** Above every page: where one is, the way to anything by typing, light or dark, who one is. */
export function Header({ isMenuOpen, onMenu }: HeaderProps) {
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
      <Group wrap="nowrap" gap="sm">
        <Burger opened={isMenuOpen} onClick={onMenu} hiddenFrom="sm" size="sm" aria-label={t('frame.menu')} />
        <Link to="/" search={onward} className="brand">
          Bridgework
        </Link>
        <div className="switcher-place" data-tour="switcher">
          <Suspense>
            <EngagementSwitcher />
          </Suspense>
        </div>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <LiveMark />
        <SearchButton />
        <SchemeButton />
        <Suspense fallback={<span className="me-place" />}>
          <UserMenu />
        </Suspense>
      </Group>
    </Group>
  );
}

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

function SearchButton() {
  return (
    <UnstyledButton className="search-button" onClick={() => openPart('palette')} data-tour="search">
      <IconSearch size={16} aria-hidden />
      <Text component="span" size="sm" fw={500} visibleFrom="md">
        {t('frame.search')}
      </Text>
      <Text component="span" className="only-read" hiddenFrom="md">
        {t('frame.search')}
      </Text>
      <Kbd size="xs" visibleFrom="md" aria-hidden>
        {IS_MAC ? '⌘' : t('frame.ctrl')} K
      </Kbd>
    </UnstyledButton>
  );
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  const label = t('frame.useColours', { scheme: t(`frame.${other}`) });
  return (
    <ActionIcon variant="default" size={34} aria-label={label} onClick={() => setColorScheme(other)}>
      {scheme === 'light' ? <IconMoon size={18} /> : <IconSun size={18} />}
    </ActionIcon>
  );
}
