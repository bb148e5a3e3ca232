export const session = {
  'session.about':
    'Outsourced IT projects, in numbers that explain themselves: as of when, known when, because of which events.',
  'session.signIn': 'Sign in',
  'session.signingIn': 'Signing in',
  'session.back': 'Back to the sign-in',
  'session.closeThis': 'You are signed in. This window can be closed.',
  'session.ended': 'Your session has ended',
  'session.endedAbout':
    'Sign in again, in a window of its own: this page stays as it is, with everything that you typed, and goes on by itself.',
  'session.again': 'Sign in again',
  'session.here': 'Or here; what you typed is lost',
} as const;
