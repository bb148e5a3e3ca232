import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDoorExit, IconKeyboard, IconRoute } from '@tabler/icons-react';
import { usePlace } from '../palette/use-place.ts';
import { signOut } from '../session/sign-in.ts';
import { chooseLanguage, type Language, language, LANGUAGES } from '../texts/locale.ts';
import { t, tCode } from '../texts/t.ts';
import { chooseDensity, DENSITIES, type Density, useDensity } from '../theme/density.ts';
import { initialsOf } from './initials.ts';
import { openPart } from './open-part.ts';

/** Who one is here; language, density, the tour, the shortcuts and the way out. */
export function UserMenu() {
  const { roles } = usePlace();
  const [first] = roles;
  const role = first ? tCode('role', first) : t('frame.unknownRole');
  const density = useDensity();
  return (
    <Menu position="bottom-end" width={240} withArrow keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className="me" aria-label={`${initialsOf(role)}: ${role}. ${t('frame.me')}`} data-tour="me">
          <Avatar radius="xl" size={34} color="indigo" aria-hidden>
            {initialsOf(role)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t('frame.signedInAs')}
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {roles.length > 0 ? roles.map((each) => tCode('role', each)).join(', ') : role}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('frame.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(next) => chooseLanguage(next as Language)}>
          {LANGUAGES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {t(`frame.language.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('frame.density')}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(next) => chooseDensity(next as Density)}>
          {DENSITIES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {t(`frame.density.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconRoute size={16} />} onClick={() => openPart('tour')}>
          {t('frame.tour')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => openPart('shortcuts')}>
          {t('frame.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={signOut}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
