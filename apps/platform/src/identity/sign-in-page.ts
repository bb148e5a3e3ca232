import { personas } from './personas.ts';

/** One click per persona. No script: it works under the strictest content policy. */
export function signInPage(action: string): string {
  const buttons = personas.map(
    ({ persona, title, about }) =>
      `<button name="persona" value="${persona}"><strong>${title}</strong><span>${about}</span></button>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Bridgework</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 4rem auto; padding: 0 1rem; }
form { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: .75rem; }
button { font: inherit; text-align: left; padding: .75rem 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem; background: none; color: inherit; cursor: pointer; }
button:hover, button:focus-visible { border-color: #3b6fd4; outline: 2px solid #3b6fd4; }
button span { display: block; font-size: .875rem; opacity: .8; }
</style>
</head>
<body>
<h1>Who do you want to be?</h1>
<p>This is a development installation: it asks for no password. A production one names its own identity provider.</p>
<form method="post" action="${action}">
${buttons.join('\n')}
</form>
</body>
</html>
`;
}
