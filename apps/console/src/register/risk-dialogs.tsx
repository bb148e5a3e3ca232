import { useState } from 'react';
import { CommandDialog, type DialogSpec } from '../actions/command-dialog.tsx';
import { dayOf } from '../actions/days.ts';
import { useOpen, useOpened } from '../actions/opened.ts';
import { useZone } from '../figures/zone.ts';
import { type Person, personText } from '../session/people.ts';
import type { RiskLine, RiskPolicy } from './risk.ts';
import { acceptRisk } from './forms/accept.ts';
import { assessRisk } from './forms/assess.ts';
import type { RiskDesk } from './forms/desk.ts';
import { closeRisk, triggerRisk } from './forms/end.ts';
import { identifyRisk } from './forms/identify.ts';
import { planResponse } from './forms/respond.ts';
import { reviewRisk } from './forms/review.ts';

interface RiskDialogsProps {
  readonly engagement: string;
  readonly risk: RiskLine | undefined;
  readonly policy: RiskPolicy | undefined;
  readonly people: readonly Person[];
  readonly now: string;
}

/** The form that the address names, if it fits what is open. */
export function RiskDialogs({ engagement, risk, policy, people, now }: RiskDialogsProps) {
  const { do: wanted } = useOpened();
  const open = useOpen();
  const zone = useZone();
  /** Made once a visit: a retry makes no second one. */
  const [newId, setNewId] = useState(() => crypto.randomUUID());
  const choices = people.map((person) => ({ value: person.user, label: personText(person.user, people) }));
  const desk: RiskDesk = { engagement, policy, people: choices, zone, today: dayOf(now, zone) };
  const spec = formFor(wanted, desk, risk, newId);
  if (!spec) return null;
  return (
    <CommandDialog
      key={spec.draft}
      spec={spec}
      onClose={() => {
        setNewId(crypto.randomUUID());
        open({ do: undefined });
      }}
    />
  );
}

const FORMS: Readonly<Record<string, (desk: RiskDesk, risk: RiskLine, newId: string) => DialogSpec>> = {
  'risk.assess': assessRisk,
  'risk.respond': planResponse,
  'risk.accept': acceptRisk,
  'risk.review': reviewRisk,
  'risk.trigger': triggerRisk,
  'risk.close': closeRisk,
};

function formFor(
  wanted: string | undefined,
  desk: RiskDesk,
  risk: RiskLine | undefined,
  newId: string,
): DialogSpec | undefined {
  if (wanted === 'risk.identify') return identifyRisk(desk, newId);
  return risk && FORMS[wanted ?? '']?.(desk, risk, newId);
}
