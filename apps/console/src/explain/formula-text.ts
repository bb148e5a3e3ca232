import { hasText, tCode } from '../texts/t.ts';

/** A formula in the reader's language where it is made of words; in proper signs where it is made of figures. */
export function formulaText({ id, text }: { readonly id: string; readonly text: string }): string {
  if (hasText(`formula.${id}`)) return tCode('formula', id);
  return text.replaceAll(' x ', ' × ').replaceAll(' - ', ' − ').replaceAll(' / ', ' ÷ ');
}
