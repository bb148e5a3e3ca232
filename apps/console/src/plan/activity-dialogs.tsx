import { CommandDialog, type DialogSpec } from '../actions/command-dialog.tsx';
import { changeDialog, linkDialog, moveDialog, removeDialog } from './plan-dialog-specs.ts';
import type { ActivityDialog } from './activity-actions.tsx';
import type { Activity, WholePlan } from './plan-views.ts';
import { correctDialog, costDialog, progressDialog } from './record-dialog-specs.ts';

export interface DialogAbout {
  readonly plan: WholePlan;
  readonly activity: Activity;
  readonly all: ReadonlyMap<string, Activity>;
  readonly zone: string;
}

interface ActivityDialogsProps extends DialogAbout {
  readonly dialog: ActivityDialog;
  readonly onClose: () => void;
  /** The activity is no more. */
  readonly onGone: () => void;
}

/** The form that was asked for. */
export function ActivityDialogs({ dialog, onClose, onGone, ...about }: ActivityDialogsProps) {
  return <CommandDialog key={dialog.kind} spec={specFor(dialog, about, onGone)} onClose={onClose} />;
}

function specFor(dialog: ActivityDialog, about: DialogAbout, onGone: () => void): DialogSpec {
  switch (dialog.kind) {
    case 'progress':
      return progressDialog(about);
    case 'correct':
      return correctDialog(about, dialog.report);
    case 'cost':
      return costDialog(about);
    case 'change':
      return changeDialog(about);
    case 'move':
      return moveDialog(about);
    case 'link':
      return linkDialog(about);
    case 'remove':
      return removeDialog(about, onGone);
  }
}
