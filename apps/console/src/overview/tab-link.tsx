import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Tab } from '../engagement/tab.ts';

interface TabLinkProps {
  readonly tab: Tab;
  readonly children: ReactNode;
}

/** To another view of the same engagement, at the same point in both times. */
export function TabLink({ tab, children }: TabLinkProps) {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="." search={(search) => ({ ...search, tab })} {...props} />}>
      {children}
    </Anchor>
  );
}
