import { InvalidArgumentError } from 'commander';

/** Reads an option's value as a whole number from 0. */
export const wholeNumber =
  (option: string) =>
  (text: string): number => {
    if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(`${option} takes a whole number from 0.`);
    return Number(text);
  };
