import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { t } from '../texts/t.ts';
import { beginSignIn } from './sign-in.ts';

const WINDOW = 'popup,width=520,height=720';

/** The session has ended. The page below stays as it is; signing in happens in another window. */
export function EndedDialog() {
  return (
    <Modal
      opened
      onClose={() => undefined}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      title={t('session.ended')}
      zIndex={500}
    >
      <Stack>
        <Text size="sm">{t('session.endedAbout')}</Text>
        <Group>
          <Button data-autofocus onClick={() => window.open('/sign-in?renew=true', 'bw-sign-in', WINDOW)}>
            {t('session.again')}
          </Button>
          <Anchor component="button" size="sm" onClick={() => void beginSignIn(location.pathname + location.search)}>
            {t('session.here')}
          </Anchor>
        </Group>
      </Stack>
    </Modal>
  );
}
