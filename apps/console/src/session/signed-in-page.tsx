import { Anchor, Container, Loader, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { finishSignIn } from './sign-in.ts';

export function SignedInPage() {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const begun = useRef(false);

  useEffect(() => {
    // A code can be traded once; strict mode mounts twice.
    if (begun.current) return;
    begun.current = true;
    finishSignIn(new URLSearchParams(location.search)).then(
      (next) => navigate({ href: next, replace: true }),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [navigate]);

  return (
    <Container component="main" size="xs" py={96}>
      {problem ? (
        <Text role="alert">
          {problem} <Anchor href="/sign-in">Back to the sign-in</Anchor>
        </Text>
      ) : (
        <Loader aria-label="Signing in" />
      )}
    </Container>
  );
}
