import { useNavigate } from '@tanstack/react-router';
import { type Figure, formatFigure, isDefined, reasonOf, titleOf } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { t } from '../texts/t.ts';

interface FigureButtonProps {
  readonly figure: Figure;
  readonly plan: string;
  /** What it is called here, where that is not the figure's own title. */
  readonly title?: string;
  /** The activity whose share it is. */
  readonly activity?: string;
  /** Before the drawer goes on to this figure. */
  readonly onOpen?: () => void;
}

/** A figure that explains itself: a press opens the drawer with its formula, its operands and its events. */
export function FigureButton({ figure, plan, title = titleOf(figure), activity, onOpen }: FigureButtonProps) {
  const ask = useAskWhy();
  const shown = formatFigure(figure, { zone: useZone() });
  const value = isDefined(figure) ? shown : t('why.noValue', { reason: reasonOf(figure) });
  return (
    <button
      type="button"
      className="figure-button"
      aria-label={t('why.open', { title, value })}
      title={isDefined(figure) ? undefined : reasonOf(figure)}
      onClick={() => {
        onOpen?.();
        ask(figure.id, plan, activity);
      }}
    >
      {shown}
    </button>
  );
}

/** Opens the drawer for a figure, or for one activity's share in it; without a figure it closes it. */
export function useAskWhy(): (figure?: string, plan?: string, activity?: string) => void {
  const navigate = useNavigate();
  return (why, whyOf, activity) =>
    void navigate({
      to: '.',
      resetScroll: false,
      search: ({ why: _why, whyOf: _whyOf, whyIn: _whyIn, ...rest }: Record<string, unknown>) => ({
        ...rest,
        ...(why && { why, whyOf, ...(activity && { whyIn: activity }) }),
      }),
    });
}
