import { t } from '../texts/t.ts';
import { useZone } from './zone.ts';
import { type Figure, formatFigure, isDefined, reasonOf } from './figure.ts';

/** A figure of another point than the page's, which the drawer would not explain. */
export function FigureValue({ figure }: { readonly figure: Figure | undefined }) {
  const zone = useZone();
  if (!figure) return t('page.none');
  return <span title={isDefined(figure) ? undefined : reasonOf(figure)}>{formatFigure(figure, { zone })}</span>;
}
