import { Anchor, Container, Skeleton, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { t } from '../texts/t.ts';
import { CLOSE_WINDOW, finishSignIn } from './sign-in.ts';

export function SignedInPage() {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const [isDone, setDone] = useState(false);
  const begun = useRef(false);

  useEffect(() => {
    // A code can be traded once; strict mode mounts twice.
    if (begun.current) return;
    begun.current = true;
    finishSignIn(new URLSearchParams(location.search)).then(
      (next) => {
        if (next === CLOSE_WINDOW) {
          setDone(true);
          window.close();
        } else void navigate({ href: next, replace: true });
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [navigate]);

  return (
    <Container component="main" size="xs" py={96}>
      {problem && (
        <Text role="alert">
          {problem} <Anchor href="/sign-in">{t('session.back')}</Anchor>
        </Text>
      )}
      {isDone && <Text role="status">{t('session.closeThis')}</Text>}
      {!problem && !isDone && <Skeleton height={120} role="status" aria-label={t('session.signingIn')} />}
    </Container>
  );
}
