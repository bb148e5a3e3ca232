import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';

interface Described {
  /** As the command's body has it; the server's pointer leads here. */
  readonly name: string;
  readonly label: string;
  /** What a good one looks like. */
  readonly example?: string;
  readonly help?: string;
  readonly required?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Field =
  | (Described & { readonly kind: 'text' | 'area'; readonly max: number })
  | (Described & { readonly kind: 'day'; readonly from?: string })
  | (Described & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (Described & { readonly kind: 'flag' });

interface FieldInputProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly isFirst: boolean;
}

/** One field of a form, with its example, and what the server found wrong beside it. */
export function FieldInput({ field, value, error, onChange, isFirst }: FieldInputProps) {
  const { label, help, required = false, example, name } = field;
  const common = { name, label, description: help, required, error, ...(isFirst && { 'data-autofocus': true }) };
  switch (field.kind) {
    case 'text':
      return (
        <TextInput
          {...common}
          placeholder={example}
          maxLength={field.max}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'area':
      return (
        <Textarea
          {...common}
          placeholder={example}
          maxLength={field.max}
          autosize
          minRows={2}
          maxRows={8}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'day':
      return (
        <TextInput
          {...common}
          type="date"
          min={field.from}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          data={[...field.choices]}
        />
      );
    case 'flag':
      return (
        <Checkbox
          {...common}
          checked={value === 'yes'}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'yes' : '')}
        />
      );
  }
}
