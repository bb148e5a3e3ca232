import '@mantine/core/styles/Tour.css';
import { Tour as MantineTour } from '@mantine/core';
import { openPart } from '../frame/open-part.ts';
import { t } from '../texts/t.ts';
import { STEPS } from './steps.ts';
import { noteTourSeen } from './tour-seen.ts';

/** Six places that one should know, one after the other. Arrow keys lead on, Esc ends it; it can be taken again. */
export function Tour() {
  const steps = STEPS.filter(({ target }) => isSeen(target));
  return (
    <MantineTour
      active
      withCloseButton={false}
      maxWidth={400}
      onClose={() => {
        noteTourSeen();
        openPart(undefined);
      }}
      labels={{
        next: t('tour.next'),
        back: t('tour.back'),
        skip: t('tour.close'),
        close: t('tour.done'),
        stepCounter: (current: number, total: number) => t('tour.counter', { current, total }),
      }}
    >
      {steps.map(({ target, id }) => (
        <MantineTour.Step key={id} target={target} title={t(`tour.${id}.title`)}>
          {t(`tour.${id}.text`)}
        </MantineTour.Step>
      ))}
    </MantineTour>
  );
}

/** A narrow screen folds some places away. */
function isSeen(target: string): boolean {
  const element = document.querySelector(target);
  return element !== null && element.getClientRects().length > 0;
}
