export function Console() {
  return <h1>Bridgework</h1>;
}
