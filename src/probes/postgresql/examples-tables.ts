import type {TenantTable} from './facts/objects.js';

/** A table whose rows are protected as they should be. */
export const protectedTable: TenantTable = {
	name: 'public.orders',
	owner: 'shop_owner',
	rowSecurity: true,
	forced: true,
	policies: 1,
	protectedParent: null,
	tenantColumn: 'tenant_id',
};
