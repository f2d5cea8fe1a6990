/** A key pair of the fixtures alone, always the same, so that a picture of what it signed is too. */
export const fixtureKey = {
  kty: 'RSA',
  n:
    'ruWOYV_DgTJV_op-yq2wUMnrJZaHas6kGM2JUP8yYc_068ArXS4h2XTG0D3Qzw0c58fSve9XcusTPL51YdEVCNh-c8FPAQWs' +
    'L6CNHJYHqmCcEPSNlzuzODmeeBBvk2Qa3LMn1oIOv3plCHQoDdPEwIjcBP1rFZwYevfeTznSj081Lp0o1CDzKoQI1eGI5h0-' +
    '_KdyjhAaPO2KK9hI3WLBC0vDruNo6nfkGZjkouXOxXnyOMO5iDPMYK-f7hRkUI1KLmduSc7f_DtZmRpeadP-VMKg3b1BAxYM' +
    'DnImWInLF6lVS1OJUFwWHsJ9i8sozInpTD27vTilOSaYOcWiVU7bGw',
  e: 'AQAB',
  d:
    'VhluQWOKdGTaTsfRaWeeH_d3SnbTTXJS-F7e1b_8BokAsrpU3rdiNJI3ebakv_ldnIETrytPaqRtQP8l_DSY3VTu0397rC4l' +
    'uQCZ11PIjEipK_OobKYYMXq0F7lHpFCopLORzhkSt5LCgCnmuf_hoUL-xXoYKHhC2O6DQ49cp-1uNDA5xH0jMrW7eHZA-e1Y' +
    'bqkWSIzF9Y-R7i3M-rMzYk8I1c4UOh1PVgw70iH5rL6whXyi-3Yvt9b84TcH3LzTmPQQuWRWqTmLUbEH1pbSLHANv7VI0qZd' +
    '_tSHRpHrNQfjxghHGHCi0k2yy6M2K5Ouepz_uFFhYMw8VXf2Vg_hiQ',
  p:
    '5-GI_Tm6ImRb2ef4fhw16bO0uWMWbamyeQdTYanH0gOU0c6ppQjIouDyJhhdY6QHxi8ICGfHw8gKVyZjVzg2x0GJ-eWHhGsU' +
    'J7I8ZylUk4q7tXR9Efmjsx2oA_uogs-T6EkPyA1P_4u-6SKXBsMu-7XIZHDFIwhh5MZj36blueU',
  q:
    'wRaom1G6SLWlLba539IEtHJhJOzWaGur73YjdGvCHXHQtTtJMrSICZh5qO6LZ0rc2F1C67VZQim2NBeqwhz5bQDQ10V5tBdH' +
    '9hZo1hRiDWkaEJJWNuSSfHJ6wPhwoENMWhnSmI8GYYjgi_9Wccpu-pUjLHTKddm6ETv6lgQk8P8',
  dp:
    'KWzFSFfTxOkg76DdZ8oqZ4HPO39UNmsmkzCX2M63__Db2U-ORwl2roJ5QA0CQha_vMwSJ05DBdrq3f7hqGdGgfpXZ-l1eFaY' +
    '1y6kU9myXlleh2A0J83tTMZziaKfzB7BUbIbu6WFMSYKCSRAzth3wEgNcMQks8l_k5tNpFrwl3E',
  dq:
    'qymZ1u1Q08lpnidfh7_Vedv2r1PfEHt503EHJtmrHozY9P6T-YW9HbxzBERJgQwEzyuE-gstD5CIOo9MSHyEwpK5jkrBAtqs' +
    'aMIetr8k2Dx15YDDOi_OhtC4bj0NIZPmp-xCGgiXIHjEjHWRPJe1Xx47Ktpw6p1R6psfnEIaOSM',
  qi:
    'Zx9rCXIs-OEHg-J-qUfYywqqsjDrndqp87dI4RM1-JVt-SlhlsaaFCq_tGXsreKWsgBqJLIq5wHFNx12iA3AApekmsHPy0JO' +
    'JRFpoGpU5hicAek09KxDhfO-OfDG3q-hN-fMLyAjKijqz0uQ5VaxgTUli2RSHcEjhUCjaOlvbWY',
} as const;
