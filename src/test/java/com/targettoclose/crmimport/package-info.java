/** Tests of the import. */
package com.targettoclose.crmimport;
