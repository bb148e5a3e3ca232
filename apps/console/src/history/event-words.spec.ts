import { inWords } from './event-words.ts';

it('says event types in words', () => {
  expect(['scheduling.ProgressRecorded', 'risk.SlaClockStarted', 'odd'].map(inWords)).toEqual([
    'Progress recorded',
    'SLA clock started',
    'Odd',
  ]);
});
