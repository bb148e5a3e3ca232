import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { t } from '../texts/t.ts';
import { beginSignIn } from './sign-in.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next = '/', renew = false } = route.useSearch();
  const begun = useRef(false);

  useEffect(() => {
    // Opened by a page whose session has ended: its reader has already asked for it.
    if (!renew || begun.current) return;
    begun.current = true;
    void beginSignIn(next, true);
  }, [next, renew]);

  return (
    <Container component="main" size="xs" py={96}>
      <Stack>
        <Title order={1}>Bridgework</Title>
        <Text>{t('session.about')}</Text>
        <Button size="md" onClick={() => void beginSignIn(next, renew)} data-autofocus>
          {t('session.signIn')}
        </Button>
      </Stack>
    </Container>
  );
}
