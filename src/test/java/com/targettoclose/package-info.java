/** Tests of the application as a whole. */
package com.targettoclose;
