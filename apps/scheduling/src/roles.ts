import { Allows } from '@bw/service-shell';

/** Whoever may plan somewhere; where, is asked of `Access`. */
export const AllowsPlanning = () => Allows('director', 'project-manager');

/** Whoever may report what happened. */
export const AllowsRecording = () =>
  Allows('director', 'project-manager', 'vendor-lead', 'integrator', 'finance-controller');
