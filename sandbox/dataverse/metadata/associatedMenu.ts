import type { AssociatedMenu } from './model.js';

/** AssociatedMenuBehavior by its name. */
export function menuBehavior(name: string | undefined): AssociatedMenu['behavior'] | undefined {
  return name === 'UseCollectionName' || name === 'UseLabel' || name === 'DoNotDisplay' ? name : undefined;
}

/** AssociatedMenuGroup by its name. */
export function menuGroup(name: string | undefined): AssociatedMenu['group'] | undefined {
  return name === 'Details' || name === 'Sales' || name === 'Service' || name === 'Marketing'
    ? name
    : undefined;
}
