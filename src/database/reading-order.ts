import type { OrderByItemBuilder } from 'kysely';

/**
 * Names in the order people expect, whatever the database's own: "Árbol" before "Zebra", "de Vries" beside "DeVries".
 * For `orderBy('name', inReadingOrder)`.
 */
export function inReadingOrder(order: OrderByItemBuilder): OrderByItemBuilder {
  return order.collate('und-x-icu');
}
