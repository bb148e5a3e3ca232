import { RequestProblem } from '../api/request.ts';
import { fieldErrors, hasOtherErrors, isConflict } from './field-errors.ts';

const refused = (errors: { pointer: string; detail: string }[], code = 'VALIDATION', status = 400) =>
  new RequestProblem(status, code, 'No.', undefined, errors);

describe('what the server found wrong', () => {
  it('stands beside its field, the first of several', () => {
    const problem = refused([
      { pointer: '/title', detail: 'must not be empty' },
      { pointer: '/title', detail: 'must be text' },
      { pointer: '/proximity/to', detail: 'must be a day' },
    ]);
    expect([...fieldErrors(problem)]).toEqual([
      ['title', 'must not be empty'],
      ['proximity.to', 'must be a day'],
    ]);
  });

  it('stands above the form where no field can show it', () => {
    const fields = ['title'];
    expect(hasOtherErrors(null, fields)).toBe(false);
    expect(hasOtherErrors(refused([{ pointer: '/title', detail: 'x' }]), fields)).toBe(false);
    expect(hasOtherErrors(refused([{ pointer: '/cause', detail: 'x' }]), fields)).toBe(true);
    expect(hasOtherErrors(refused([{ pointer: '', detail: 'x' }]), fields)).toBe(true);
    expect(hasOtherErrors(new TypeError('Failed to fetch'), fields)).toBe(true);
  });

  it('knows when somebody was faster', () => {
    expect(isConflict(refused([], 'VERSION_CONFLICT', 412))).toBe(true);
    expect(isConflict(refused([], 'STATE_CONFLICT', 409))).toBe(true);
    expect(isConflict(refused([]))).toBe(false);
    expect(isConflict(null)).toBe(false);
  });
});
