import { byWbs } from './wbs-order.ts';

it('orders work breakdown codes as people do', () => {
  const inOrder = ['', '1', '1.1', '1.2', '1.10', '1.10.1', '1.a', '1.b', '2', '10'];
  expect(inOrder.toReversed().toSorted(byWbs)).toEqual(inOrder);
});
