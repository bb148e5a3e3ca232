import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { beginSignIn } from './sign-in.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next = '/' } = route.useSearch();
  return (
    <Container component="main" size="xs" py={96}>
      <Stack>
        <Title order={1}>Bridgework</Title>
        <Text>
          Outsourced IT projects, in numbers that explain themselves: as of when, known when, because of which events.
        </Text>
        <Button size="md" onClick={() => void beginSignIn(next)} autoFocus>
          Sign in
        </Button>
      </Stack>
    </Container>
  );
}
