import { Icon } from '../icon.tsx';
import './fields.css';

/** What is wrong with the field above, and the way out. */
export const FieldFault = ({ id, fault }: { readonly id?: string; readonly fault: string | undefined }) =>
  fault === undefined ? null : (
    <span className="field-fault" id={id}>
      <Icon name="warning" size={12} />
      <span>{fault}</span>
    </span>
  );
