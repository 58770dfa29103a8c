/**
 * Open data: what published releases look like from outside. An index in memory of every published file, catalogues
 * made of it (DCAT 3, Frictionless, CKAN), and the bytes out of a bounded memory or the database.
 */
@NullMarked
package vn.phopay.opendata;

import org.jspecify.annotations.NullMarked;
