import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecklist, IconDoorExit, IconLayoutDashboard, IconMoon, IconSun } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { WhyDrawer } from '../explain/why-drawer.tsx';
import { t } from '../texts/t.ts';
import type { WantedPoint } from '../two-times/point.ts';
import { PointBar } from '../two-times/point-bar.tsx';
import { signOut } from '../session/sign-in.ts';

/** What every page has around it: the way round, the point in time, light or dark. */
export function Frame() {
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 212, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="md"
    >
      <AppShell.Header className="no-print">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('frame.menu')} />
            <Text fw={700}>Bridgework</Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <SchemeButton />
            <ActionIcon variant="default" size="lg" aria-label={t('frame.signOut')} onClick={signOut}>
              <IconDoorExit size={18} />
            </ActionIcon>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="no-print" component="nav" aria-label={t('frame.pages')} onClick={close}>
        <NavLink
          renderRoot={(props) => (
            <Link to="/" search={onward} activeOptions={{ exact: true, includeSearch: false }} {...props} />
          )}
          label={t('frame.portfolio')}
          leftSection={<IconLayoutDashboard size={18} />}
        />
        <NavLink
          renderRoot={(props) => (
            <Link to="/decisions" search={onward} activeOptions={{ includeSearch: false }} {...props} />
          )}
          label={t('frame.decisions')}
          leftSection={<IconChecklist size={18} />}
        />
      </AppShell.Navbar>
      <AppShell.Main>
        <PointBar />
        <Outlet />
        <WhyDrawer />
      </AppShell.Main>
    </AppShell>
  );
}

/** The point in time goes along; an open drawer does not. */
const onward = ({ asOf, knownAt }: WantedPoint): WantedPoint => ({ asOf, knownAt });

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  const label = t('frame.useColours', { scheme: t(`frame.${other}`) });
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => setColorScheme(other)}>
      {scheme === 'light' ? <IconMoon size={18} /> : <IconSun size={18} />}
    </ActionIcon>
  );
}
