/** Two letters for a badge: `Delivery director` gives `DD`, `Analyst` gives `An`. */
export function initialsOf(name: string): string {
  const [first = '', second] = name.split(/[\s-]+/).filter(Boolean);
  return second ? `${first.charAt(0)}${second.charAt(0)}`.toUpperCase() : first.slice(0, 2);
}
